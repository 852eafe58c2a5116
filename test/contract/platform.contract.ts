import { platformChecks } from '../../operator/contract/checks';
import type { PlatformTraits, StartHarness } from '../../operator/contract/harness';
import { type Stage, setStage } from '../../operator/contract/stage';

/** What every platform must do, whoever the vendor is: what `aloud contract` checks, too. */
export function describePlatform(name: string, traits: PlatformTraits, start: StartHarness): void {
  describe(`platform ${name}`, () => {
    let stage: Stage;

    beforeEach(async () => {
      stage = await setStage(start);
    });

    afterEach(async () => {
      await stage.platform.close();
      await stage.stopVendor();
    });

    for (const check of platformChecks(traits)) {
      it(check.name, async () => {
        await expect(check.hold(stage)).resolves.toBeUndefined();
      });
    }
  });
}
