import { documentFault, holderNumber } from '@anxing/contract/identityDocuments';

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

describe('the number of a residence card', () => {
  test.each([
    ['911344198808231237', undefined],
    ['91134419880823004x', undefined],
    ['911344198808231234', 'document.residenceCardCheck'],
    ['911344198808231000', 'document.residenceCardCheck'],
    ['ABC123456789012', undefined],
    ['811344198808231237', 'document.foreignResident'],
  ])('%s: %s', (number, fault) => {
    expect(documentFault('foreignResident', number, '2026-11-21')).toBe(fault);
  });
});
