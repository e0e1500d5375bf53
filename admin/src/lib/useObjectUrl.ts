import { useEffect, useState } from 'react';

/** An address under which the page can show a file; undefined while there is none. */
export function useObjectUrl(file: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();

  useEffect(() => {
    if (!file) {
      return undefined;
    }
    const made = URL.createObjectURL(file);
    setUrl(made);

    return () => {
      setUrl(undefined);
      URL.revokeObjectURL(made);
    };
  }, [file]);

  return url;
}
