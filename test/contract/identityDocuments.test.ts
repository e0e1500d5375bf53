import { holderNumber } from '@anxing/contract/identityDocuments';

describe('what stays with the holder of a document', () => {
  test.each([
    ['hkMacaoPermit', 'H76543210', 'H76543210'],
    ['hkMacaoPermit', 'H7654321000', 'H76543210'],
    ['hkMacaoPermit', 'M7654321001', 'M76543210'],
    ['taiwanPermit', '12345678', '12345678'],
    ['taiwanPermit', '1234567801A', '12345678'],
    ['passport', 'H7654321000', 'H7654321000'],
    ['resident', '11010519491231002X', '11010519491231002X'],
  ])('of the %s %s: %s', (idType, number, kept) => {
    expect(holderNumber(idType, number)).toBe(kept);
  });
});
