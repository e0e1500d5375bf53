export const usage = `npm run feed: 数据源签名与报送 / signs and delivers the data of a source

  npm run feed -- keygen --out <folder>     生成密钥 / makes a key pair, once
  npm run feed -- show --key <pem>          再次显示公钥和指纹 / shows the public key and its fingerprint again
  npm run feed -- send [options] <file>     报送一批 / delivers a batch: file.csv or file.ndjson

  --url <address>       平台地址 / where the platform is, for example https://code.example.gov.cn
  --source <source>     数据源 / which feed, for example fever
  --key-id <uuid>       平台给出的密钥编号 / the number that the operator gave to your key
  --key <pem>           私钥文件 / the file with the private key
  --batch <name>        批次名称，重复报送时不变 / your name of the batch, the same for a repeat: 2026-11-21
  --sequence <number>   批次序号，逐批加一 / counted up by one with every batch
  --as-of <time>        数据截至时间，北京时间 / of when the data is, Beijing time: 2026-11-21T08:00
                        默认为文件的修改时间 / unless told, when the file was last written
  --rows <number>       应有的行数，不含表头，不符则整批不接收 / how many rows there are to be, without
                        the head: another number refuses the batch
  --charset gb18030     CSV 的编码，默认 utf-8 / the encoding of a CSV file, utf-8 unless told
  --dry                 只显示将要发送的内容 / shows what would be sent, and sends nothing

本程序不会自动重试。收不到回答时，原样再运行一次即可：同一批次只接收一次。
Nothing is sent again by itself. Without an answer, run the same command again: a batch is taken once.

结束代码 / exit codes: 0 已接收 taken · 64 参数有误 usage · 65 未被接收 refused · 66 文件无法读取 unreadable file
                       69 连接不上或暂不可用 unreachable, or not available now · 77 私钥权限过宽 key open to others`;
