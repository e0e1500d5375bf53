const province = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const serial = 'A-HJ-NP-Z0-9';

/** Plates of motor vehicles, GA 36-2018: five places, six for electric ones; no I and O. */
const plateForm = new RegExp(
  `^[${province}][A-HJ-NP-Z](?:[${serial}]{4}[${serial}挂学警港澳]|[0-9]{5}[DF]|[DF][${serial}][0-9]{4})$`,
);

/** As it is stored: in capitals, without the dot and the blanks that people put into it. */
export function normalPlate(text: string): string {
  return text.replace(/[\s·•.-]/g, '').toUpperCase();
}

export function isPlate(text: string): boolean {
  return plateForm.test(text);
}
