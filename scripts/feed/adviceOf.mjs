const signature =
  '请核对 --key-id 与 --source，并确认密钥已审批且未停用；指纹见 npm run feed -- show --key <pem>。\n' +
  'Check --key-id and --source, and that the key was approved and is not revoked.';

/** What the source can do about a refusal, by its code. */
const advice = {
  signature_refused: signature,
  signature_missing: signature,
  signature_skewed: '请校准本机时钟，再运行一次。\nSet the clock of this machine and run it again.',
  signature_replayed: '再运行一次即可：每次运行都会重新签名。\nRun it again: every run signs anew.',
  batch_under_way: '请等前一批处理完，再运行一次。\nWait until the batch before is done, and run it again.',
  batch_waiting:
    '前一批在等待平台工作人员处理，请联系运营方。\nThe batch before waits for the staff of the platform: ask the operator.',
  batch_out_of_order:
    '请核对 --sequence 与 --as-of；序号不符时，括号内是应有的序号。\nCheck --sequence and --as-of; where the number is wrong, the expected one stands in brackets.',
  same_batch_other_content:
    '该批次名称已用于另一份内容：更正请用新的批次名称和下一个序号报送。\n' +
    'The name of the batch stands for another content: send a correction under a new name with the next number.',
  batch_refused:
    '整批未接收，平台上的数据没有变化；改好文件后可用同一批次名称和序号再次报送。CSV 若为 GBK 编码，请加 --charset gb18030。\n' +
    'Nothing of the batch was taken. Mend the file and send it under the same name and number; a CSV file in GBK needs --charset gb18030.',
  not_found: '平台没有这个数据源，请核对 --source。\nThe platform has no such feed: check --source.',
};

export function adviceOf(code) {
  return advice[code] ?? '请把以上内容告诉平台运营方。\nTell the operator what it says above.';
}
