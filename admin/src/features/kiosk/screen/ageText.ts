/** How old something is, roughly. @param age ms */
export function ageText(age: number): string {
  const minutes = Math.floor(age / 60_000);
  if (minutes < 1) {
    return '刚刚更新';
  }

  return minutes < 60 ? `${minutes} 分钟前` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟前`;
}
