const rowsTold = 20;

const states = {
  inForce: '已生效 / in force',
  applying: '已接收，正在生效 / taken, taking force',
  waiting:
    '已接收，变色人数或终止的记录较多，待平台人员审批后生效 / taken; it turns many people or ends many records, and waits for the approval of two persons',
};

function tellFaults(faults, wrong) {
  if (wrong === 0) {
    return;
  }
  console.log(`\n错误行未计入，其余已接收 / Wrong rows were left out, the others were taken: ${wrong}`);
  for (const { line, column, message, messageEn } of faults.slice(0, rowsTold)) {
    console.log(`  第 ${line} 行 line ${line}${column && ` · ${column}`}: ${message} / ${messageEn}`);
  }
  if (faults.length > rowsTold) {
    console.log('  … 其余请向平台运营方查询 / the operator sees the rest');
  }
}

/** Says what became of a batch. @param answer as `POST …/batches` gives it */
export function tellTaken({ batch, repeated, faults }) {
  if (repeated) {
    console.log('这一批先前已接收，本次未作改动 / This batch was taken before, and nothing was changed now');
  }
  console.log(`${batch.sourceName}: ${states[batch.state] ?? batch.state}`);
  console.log(
    `行 rows ${batch.rows} · 新增 new ${batch.added} · 撤销 withdrawn ${batch.withdrawn} · ` +
      `已有 known ${batch.unchanged} · 与本数据源无关 without meaning ${batch.ignored} · ` +
      `不再包含 no longer contained ${batch.closed}`,
  );
  tellFaults(faults, batch.wrong);
  if (batch.closedNothing) {
    console.log('  因有错误行，未包含的旧记录均保留 / Because rows are wrong, no older record was closed');
  }
}
