/** Signs of a trouble in an error or a program's output, and what to do about it. The first match counts. */
const known = [
  {
    sign: /ENOSPC|EDQUOT|no space left on device|disk (is )?full/i,
    advice:
      '磁盘已满：请清出至少 2 GB 空间后重试。\nThe disk is full: free at least 2 GB and run the command again.',
  },
  {
    sign: /EADDRINUSE|address already in use/i,
    advice:
      '端口被占用：换一个端口，例如 PORT=8081 npm start。\nThe port is taken: use another one, for example PORT=8081 npm start.',
  },
  {
    sign: /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    advice:
      '没有写入权限：请把本文件夹放在自己的目录下，或修改其所有者（chown）；数据可用 ANXING_VAR 放到别处。\n' +
      'No permission to write: keep this folder where your user may write, or give it to your user with chown; ' +
      'ANXING_VAR puts the data elsewhere.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i,
    advice:
      '连接不上软件源：请检查网络或代理（npm config get proxy），或用 npm config set registry <地址> 换一个源。\n' +
      'The package registry cannot be reached: check the network or the proxy (npm config get proxy), or choose another registry with npm config set registry <address>.',
  },
  {
    sign: /\bE401\b|\bE403\b/,
    advice:
      '软件源拒绝访问：请检查 npm config get registry 与登录状态。\nThe package registry refused: check npm config get registry and whether it needs a login.',
  },
  {
    sign: /EUSAGE|package-lock\.json .* in sync/i,
    advice:
      'package.json 与 package-lock.json 不一致：请还原两者，或运行 npm install 后提交。\npackage.json and package-lock.json disagree: restore both, or run npm install and commit the result.',
  },
  {
    sign: /\b(ENOTDIR|EEXIST|EISDIR)\b/,
    advice:
      '文件夹的位置上有一个同名文件（或相反）：请移走它；数据文件夹可用 ANXING_VAR 另行指定。\n' +
      'A file stands where a folder should be, or the other way round: move it away; ' +
      'another folder for the data is named with ANXING_VAR.',
  },
  {
    sign: /heap out of memory|ENOMEM|Cannot allocate memory|SIGKILL/i,
    advice: '内存不足：构建需要约 2 GB 可用内存。\nNot enough memory: building needs about 2 GB free.',
  },
];

/** Advice for the trouble that an error or output shows; `otherwise` when it is not a known one. */
export function adviceFor(text, otherwise = '') {
  const found = known.find(({ sign }) => sign.test(text));

  return found ? found.advice : otherwise;
}
