import { demoNewcomer, demoResidents, demoStaff } from '../../../api/src/demo/demoPeople';
import { inventIdNumber, inventName } from '../api/invented';
import { notePersonalData } from '../api/personalData';

/** Somebody invented, as the verification asks. */
export interface Person {
  name: string;
  idNumber: string;
}

/** Nobody's name and number, written down so that logs and dumps can be searched for them. */
export function inventPerson(): Person {
  return { name: inventName(), idNumber: inventIdNumber() };
}

/** All but the last character hidden, as everybody but the person sees it. */
export function masked(name: string): string {
  const characters = [...name];

  return '*'.repeat(characters.length - 1) + (characters.at(-1) ?? '');
}

/** The verified person behind a resident of the demo. */
export function demoPersonOf(role: string): Person {
  const person = demoResidents.find((resident) => resident.role === role)?.person;
  if (!person) {
    throw new Error(`the demo verified no ${role}`);
  }

  return person;
}

/** The verified person behind a staff member of the demo. */
export function demoStaffPersonOf(role: string): Person {
  const staff = demoStaff.find((one) => one.role === role);
  if (!staff?.idNumber) {
    throw new Error(`the demo verified no ${role}`);
  }

  return { name: staff.name, idNumber: staff.idNumber };
}

/** The people of the demo are personal data like others: nothing of them may be found in a log or dump. */
export function noteDemoPeople(): void {
  const people = [demoNewcomer, ...demoResidents.flatMap(({ person }) => person ?? [])];
  notePersonalData(...people.flatMap(({ name, idNumber }) => [name, idNumber]));
  notePersonalData(...demoStaff.flatMap(({ name, idNumber }) => [name, idNumber ?? []].flat()));
  notePersonalData(...[...demoResidents, ...demoStaff].map(({ phone }) => phone));
}
