/** What of the API the figures are made with. */
export { idNumberCheck } from '@anxing/contract/idNumber';

export { agreedNumber } from '../../../api/src/commands/idCard/numberInText';
export { TesseractOcr } from '../../../api/src/providers/ocr/standIn';
