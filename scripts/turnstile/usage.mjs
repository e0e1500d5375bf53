export const usage = `npm run turnstile: 闸机模拟器 / a turnstile without iron

  npm run turnstile -- try --address <address>       联调测试 / works through a conformance run
  npm run turnstile -- enrol --url <address> --code <code> --serial <number>
                                                     备案 / makes a key and enrols with the one-time code
  npm run turnstile -- scan [options]                验码 / checks what is scanned, line by line from the keyboard
  npm run turnstile -- status                        状态 / what it holds, and what waits to be sent

  --state <folder>       密钥、名单、队列的位置 / where key, lists and queue are kept; var/turnstile unless told
  --text <text>          扫到的内容 / what was scanned
  --picture <file>       摄像头照片 / a picture with a QR code: png, jpg
  --direction <in|out>   进或出 / in unless told
  --temperature <°C>     体温 / as a thermometer shows it
  --mask <yes|no>        口罩 / whether one is worn
  --skew <seconds>       本机时钟偏差 / lets the clock of this turnstile be wrong
  --once                 处理完输入即结束 / ends after what was given, whatever still waits

连不上平台或 2 秒没有回答时，闸机按所存公钥和名单自行验证，通行记录排队，恢复后按顺序补传，每条只计一次。
Without the platform, or without an answer in 2 seconds, the turnstile verifies with the keys and lists that it holds.
Passages wait in a queue, and are sent in their order when the platform is back: each counts once.

结束代码 / exit codes: 0 完成 done · 20 最后一次未开闸 the gate stayed shut at last · 64 参数有误 usage · 65 未被接受 refused
                       66 文件无法读取 unreadable file · 69 连接不上 unreachable · 75 文件夹被占用 folder in use
                       77 私钥权限过宽 key open to others`;
