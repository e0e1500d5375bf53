import { fieldError } from '@anxing/contract/fieldErrors';

import { placeFaults } from '../../../../admin/src/lib/forms/placeFaults';

const names = [['name'], ['roles'], ['owner'], ['owner', 'phone']];

describe('field errors of the API', () => {
  it('go to their fields, also into lists and groups', () => {
    const faults = [
      fieldError('name', 'glyphs'),
      fieldError('roles.0', 'choice'),
      fieldError('owner.phone', 'phone'),
    ];

    expect(placeFaults(names, faults)).toEqual({
      placed: [
        { name: ['name'], errors: ['含有海报字体无法打印的字符'] },
        { name: ['roles'], errors: ['不在可选范围内'] },
        { name: ['owner', 'phone'], errors: ['请输入 11 位手机号码'] },
      ],
      rest: [],
    });
  });

  it('of fields that the form does not show are kept', () => {
    const faults = [fieldError('creditCode', 'creditCode.format')];

    expect(placeFaults(names, faults)).toEqual({ placed: [], rest: faults });
  });

  it('are said once where several say the same', () => {
    const faults = [fieldError('roles.0', 'choice'), fieldError('roles.1', 'choice')];

    expect(placeFaults(names, faults).placed).toEqual([{ name: ['roles'], errors: ['不在可选范围内'] }]);
  });
});
