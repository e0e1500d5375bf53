import { randomInt } from 'node:crypto';

import { creditCodeCheck } from '@anxing/contract/creditCode';
import { idNumberCheck } from '@anxing/contract/idNumber';

import { notePersonalData } from './personalData';

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'];
const given = [...'安宁晓晨雨桐子涵思远一诺浩然欣怡博文若溪明轩静姝嘉禾清和云舒景行知夏望舒'];

function pick(from: readonly string[]): string {
  return from[randomInt(from.length)] ?? '';
}

/** A name nobody has, long enough to be searched for in a log. */
export function inventName(): string {
  const name = pick(surnames) + pick(given) + pick(given) + pick(given);
  notePersonalData(name);

  return name;
}

/** A resident ID number with a valid check character, of somebody born between 1960 and 2000. */
export function inventIdNumber(
  birth = `${1960 + randomInt(40)}0${1 + randomInt(9)}${10 + randomInt(18)}`,
): string {
  const first17 = `35010${1 + randomInt(5)}${birth}${String(randomInt(1000)).padStart(3, '0')}`;
  const idNumber = first17 + idNumberCheck(first17);
  notePersonalData(idNumber);

  return idNumber;
}

/** The number of a residence card of a foreigner, as they are since 2023, with a valid check character. */
export function inventResidenceCard(): string {
  const first17 = `911344198808${10 + randomInt(18)}${String(randomInt(1000)).padStart(3, '0')}`;
  const idNumber = first17 + idNumberCheck(first17);
  notePersonalData(idNumber);

  return idNumber;
}

/** A phone of the range kept for inventions. */
export function inventPhone(): string {
  const phone = `138${String(randomInt(100_000_000)).padStart(8, '0')}`;
  notePersonalData(phone);

  return phone;
}

export function inventCreditCode(): string {
  const first17 = `91350100MA${String(randomInt(10_000_000)).padStart(7, '0')}`;

  return first17 + creditCodeCheck(first17);
}
