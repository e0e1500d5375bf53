import { idNumberCheck } from '../../../contract/src/idNumber';
import { Dice } from './dice';

/** Somebody who does not exist. */
export interface InventedPerson {
  /** Eighteen characters, the last one right. */
  idNumber: string;
  name: string;
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'];
const given = [...'安宁晓晨雨桐子涵思远一诺浩然欣怡博文若溪明轩静姝嘉禾清和云舒景行知夏望舒'];

/** Districts in which people were born. */
const districts = ['350102', '350103', '350104', '350105', '350111', '350121', '350122', '350123'];

const firstBirth = Date.UTC(1950, 0, 1);
const dayMs = 86_400_000;
const births = 21_900;
const perDay = 1_000;

/** So many people have numbers of their own. */
export const mostPeople = districts.length * births * perDay;

/** Has no factor in common with that count: neighbours get numbers far apart, and nobody the number of another. */
const stride = 7_368_787;

function birthOf(day: number): string {
  return new Date(firstBirth + day * dayMs).toISOString().slice(0, 10).replaceAll('-', '');
}

/** The resident ID number of somebody; it depends on nothing else. @param index below `mostPeople` */
export function idNumberOf(index: number): string {
  const place = (index * stride) % mostPeople;
  const district = districts[Math.floor(place / (births * perDay))] ?? '';
  const birth = birthOf(Math.floor(place / perDay) % births);
  const first17 = `${district}${birth}${String(place % perDay).padStart(3, '0')}`;

  return first17 + idNumberCheck(first17);
}

/** People of a province by their count. */
export class People {
  private readonly names: Dice;

  constructor(seed: number) {
    this.names = new Dice(seed, 'names');
  }

  at(index: number): InventedPerson {
    const letters = [0, 1, 2].map((place) => this.names.pick(index * 4 + place, given)).join('');

    return { idNumber: idNumberOf(index), name: this.names.pick(index * 4 + 3, surnames) + letters };
  }
}
