import { limits } from './limits';

/** What is said of lists and batches; apart from the other texts, since mini-programs need not carry it. */
export const batchTexts: Record<string, readonly [string, string]> = {
  tooManyPosters: [
    `一次最多打印 ${limits.postersAtOnce} 张，更多请使用批量打印`,
    `At most ${limits.postersAtOnce} at once: start a batch for more`,
  ],
  excelNumber: [
    '证件号码被表格软件改成了数字（如 3.5E+17），请把该列设为“文本”后重新导出',
    'A spreadsheet has turned the number into 3.5E+17: format the column as text and export again',
  ],
  excelZeros: [
    '证件号码末三位被表格软件改成了 000，请把该列设为“文本”后从原始数据重新导出',
    'A spreadsheet has cut the last three digits to 000: format the column as text and export again',
  ],
  futureDate: ['不能晚于今天', 'Must not lie in the future'],
  untilDate: [
    '请输入有效日期；长期有效的请留空，不要填写 9999-12-31',
    'Enter a real date, and none for what has no end',
  ],
  rowNotJson: ['该行不是有效的 JSON 对象', 'The line is not a JSON object'],
  rowBroken: [
    '该行的引号不成对，或单元格内有换行，无法读取；内容中的引号须成对写成 ""',
    'The quotes of the line do not match, or a cell has lines: double a quote within a cell',
  ],
  rowCut: [
    '文件末行可能不完整：最后一行没有换行，末尾的内容无法确认；请核对文件，并以换行结尾',
    'The last line may be cut: it has no line end, and its last cell may be longer. End the file with one',
  ],
  seatRow: ['请填写排号，如 12 或 12A', 'Tell the row of seats, like 12 or 12A'],
  rowCells: ['该行的列数与表头不一致', 'The line has not as many cells as the head'],
  pointsOrFilter: ['服务点和筛选条件只能填写一项', 'Name points or a filter, not both'],
  sheetUnreadable: [
    '无法读取该文件，请上传按模板填写的 CSV 或 xlsx 文件',
    'Not a CSV or xlsx file that can be read',
  ],
  sheetOldFormat: [
    '不支持旧版 .xls 文件，请另存为 .xlsx 后上传',
    'Old .xls files are not read, save it as .xlsx',
  ],
  sheetTooLarge: ['文件展开后过大，请删除多余的内容', 'The file unpacks to more than is read'],
  sheetTooLong: [
    `一次最多 ${limits.sheetRows} 行，请分成几个文件`,
    `At most ${limits.sheetRows} rows, split the file`,
  ],
  sheetEmpty: ['文件中没有内容', 'The file is empty'],
  columnMissing: ['缺少这一列，请使用模板', 'The column is missing'],
  columnTwice: ['这一列出现了多次', 'The column is there more than once'],
  parentUnknown: ['没有这个名称的服务点', 'No point is called so'],
  parentAmbiguous: [
    '有多个同名的服务点，请写全路径，如：政务中心 / 一层',
    'Several points are called so, tell the path',
  ],
  parentRow: ['上级所在的行有误，改好后才能添加', 'The row of the parent has faults'],
  pointExists: [
    '已有相同的服务点：上级、名称和地址都相同',
    'There is such a point: parent, name and address',
  ],
  pointExistsClosed: [
    '已有相同的服务点，目前已停用，可在列表中重新启用',
    'There is such a point, closed: reopen it',
  ],
  unitFull: [
    `超出本单位服务点数量上限（${limits.pointsPerUnit} 个）`,
    `A unit has at most ${limits.pointsPerUnit} points`,
  ],
};
