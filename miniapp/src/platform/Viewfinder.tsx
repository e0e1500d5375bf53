/** What the viewfinder says; the texts stay with the feature that shows it. */
export interface ViewfinderTexts {
  aim: string;
  torchOn: string;
  torchOff: string;
  upload: string;
  unreadable: string;
  starting: string;
  denied: string;
  missing: string;
  unsupported: string;
  retry: string;
}

export interface ViewfinderProps {
  /** The camera runs only while the page is on the screen. */
  isActive: boolean;
  texts: ViewfinderTexts;
  /** A picture may also come from the album; else the camera takes one. */
  hasAlbum?: boolean;
  onText: (text: string) => void;
}

/** WeChat and Alipay bring their own scanner: only H5 has a viewfinder (`Viewfinder.h5.tsx`). */
export function Viewfinder(_props: ViewfinderProps) {
  return null;
}
