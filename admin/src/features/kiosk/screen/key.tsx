/** A key's cap, as it stands on the keyboard. */
export function Key({ name }: { name: string }) {
  const isLatin = /^[A-Z]/.test(name);

  return (
    <kbd className="kioskKey" {...(isLatin ? { lang: 'en' } : {})}>
      {name}
    </kbd>
  );
}
