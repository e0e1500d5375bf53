import { publicKeyFromText, publicKeyText } from '../../../../api/src/codes/ed25519Text';
import { KeyRing } from '../../../../api/src/codes/keyRing';
import {
  codeKeyFromMaterial,
  newCodeKeyMaterial,
  newPosterKeyMaterial,
  posterKeyFromMaterial,
} from '../../../../api/src/codes/keys';

describe('key material', () => {
  test('the same material gives the same code key', () => {
    const material = newCodeKeyMaterial(3);
    const [first, second] = [codeKeyFromMaterial(material), codeKeyFromMaterial(material)];

    expect(first.id).toBe(3);
    expect(first.aes.equals(second.aes)).toBe(true);
    expect(first.publicKey.equals(second.publicKey)).toBe(true);
    expect(first.privateKey.asymmetricKeyType).toBe('ed25519');
  });

  test('a seed gives the public key of RFC 8032 §7.1, test 1', () => {
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const key = codeKeyFromMaterial({ ...newCodeKeyMaterial(0), ed25519: seed.toString('base64') });

    expect(Buffer.from(publicKeyText(key.publicKey), 'base64url').toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    );
  });

  test('no two new keys are alike', () => {
    const [first, second] = [newCodeKeyMaterial(1), newCodeKeyMaterial(1)];

    expect(new Set([first.aes, first.ed25519, second.aes, second.ed25519]).size).toBe(4);
    expect(newPosterKeyMaterial(1).secret).not.toBe(newPosterKeyMaterial(1).secret);
  });

  test.each(['', 'AAAA', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')])(
    'a key of another length is refused: %p',
    (secret) => {
      expect(() => posterKeyFromMaterial({ id: 1, secret })).toThrow(RangeError);
      expect(() => codeKeyFromMaterial({ ...newCodeKeyMaterial(1), aes: secret })).toThrow('aes');
      expect(() => codeKeyFromMaterial({ ...newCodeKeyMaterial(1), ed25519: secret })).toThrow('ed25519');
    },
  );

  test.each([-1, 16, 1.5, Number.NaN])('id %p does not fit', (id) => {
    expect(() => newCodeKeyMaterial(id)).toThrow(RangeError);
    expect(() => newPosterKeyMaterial(id)).toThrow(RangeError);
  });
});

describe('key ring', () => {
  test('issues with the first key and finds every one', () => {
    const [old, current] = [{ id: 1 }, { id: 2 }];
    const ring = new KeyRing([current, old]);

    expect(ring.current).toBe(current);
    expect(ring.find(1)).toBe(old);
    expect(ring.find(3)).toBeUndefined();
  });

  test('is never empty, ambiguous or out of range', () => {
    expect(() => new KeyRing([])).toThrow('at least one');
    expect(() => new KeyRing([{ id: 1 }, { id: 1 }])).toThrow('share');
    expect(() => new KeyRing([{ id: 16 }])).toThrow(RangeError);
  });
});

describe('public key as text', () => {
  const { publicKey } = codeKeyFromMaterial(newCodeKeyMaterial(1));

  test('comes back from its text', () => {
    expect(publicKeyText(publicKey)).toHaveLength(43);
    expect(publicKeyFromText(publicKeyText(publicKey))?.equals(publicKey)).toBe(true);
  });

  test.each(['', 'A'.repeat(42), 'A'.repeat(44), '!'.repeat(43), `${'A'.repeat(42)}B`])(
    'other texts give none: %p',
    (text) => {
      expect(publicKeyFromText(text)).toBeUndefined();
    },
  );
});
