import { Phone } from '../node/phone';
import { pack } from '../pack/pack';
import { remember, remembered } from './memory';
import { readWishes } from './wishes';

/** ms; whatever becomes of the test that started it. */
const longestLife = 5 * 60_000;

/** Opens a project as DevTools would: plainly, and with what is stored. It stays until its last client leaves. */
async function run(): Promise<void> {
  const { project, port } = readWishes(process.argv.slice(2));
  const phone: Phone = new Phone({
    folder: project,
    app: pack(project),
    viewport: { width: 375, height: 812 },
    wsPort: port,
    settings: {
      launch: {},
      codes: { login: '', phone: '' },
      isOffline: false,
      hasAgreedToPrivacy: false,
      storage: remembered(),
    },
    partings: { closing: () => remember(phone.page), deserted: () => leave() },
  });
  const leave = () => void phone.switchOff().finally(() => process.exit(0));
  setTimeout(leave, longestLife);
  await phone.switchOn();
}

run().catch((cause: unknown) => {
  console.error(cause);
  process.exit(1);
});
