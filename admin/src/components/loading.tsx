/** While something is fetched; as a page it waits in the middle of the window. */
export function Loading({ isPage = false, label = '正在载入' }: { isPage?: boolean; label?: string }) {
  return (
    <div className={isPage ? 'loading loadingPage' : 'loading'} role="status">
      <span className="loadingRing" aria-hidden />
      {label}…
    </div>
  );
}
