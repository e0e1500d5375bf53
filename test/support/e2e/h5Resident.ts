import type { Locator, Page } from 'playwright-core';

import type { Person } from './people';

/** A phone and the code that was sent to it. */
export interface PhoneProof {
  phone: string;
  secret: string;
}

/** The page in front: those behind it stay in the document, and title bar and tabs are not part of it. */
export function front(page: Page): Locator {
  return page.getByRole('main');
}

export function button(page: Page, name: string): Locator {
  return front(page).getByRole('button', { name, exact: true });
}

/** Waits until the page in front says something. */
export function see(page: Page, text: string | RegExp): Promise<void> {
  return front(page).getByText(text).filter({ visible: true }).first().waitFor();
}

function input(page: Page, name: string): Locator {
  return page.locator(`.${name}:visible input`);
}

/** Both consents, ticked one by one. */
export async function consent(page: Page): Promise<void> {
  await button(page, '我已阅读并同意《隐私政策》').click();
  await button(page, '我单独同意处理上述敏感个人信息').click();
  await button(page, '同意并继续').click();
}

/** Phone and SMS code. Waits for nothing: the caller knows what comes next. */
export async function signIn(page: Page, { phone, secret }: PhoneProof): Promise<void> {
  await input(page, 'phone-input').fill(phone);
  await button(page, '获取验证码').click();
  await page.getByRole('button', { name: /^\d+ 秒后重新获取$/ }).waitFor();
  await input(page, 'sms-input').fill(secret);
  await button(page, '登录').click();
}

export async function fillIdentity(page: Page, { name, idNumber }: Person): Promise<void> {
  await input(page, 'name-input').fill(name);
  await input(page, 'id-number-input').fill(idNumber);
  await button(page, '核对身份').click();
}

/** Name, number and the demo's face check. */
export async function verifyIdentity(page: Page, person: Person): Promise<void> {
  await fillIdentity(page, person);
  await button(page, '开始人脸核验').click();
  await button(page, '通过').click();
}

/** Where the person is, from the cities of the own province down. */
export async function chooseCounty(page: Page, city: string, county: string): Promise<void> {
  await button(page, '现在所在区县（选填） 未选择').click();
  await button(page, city).click();
  await button(page, county).click();
}

export async function claimCode(page: Page): Promise<void> {
  await button(page, '一键申领').click();
}

/** Every step of somebody who opens the page for the first time and has a code already. */
export async function comeBack(page: Page, proof: PhoneProof): Promise<void> {
  await consent(page);
  await signIn(page, proof);
  await page.locator('.hero:visible').waitFor();
}
