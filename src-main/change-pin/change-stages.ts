import type { PinChangeStage } from "../../src-contract/bridge/views.ts";

/** Says how far a change has come. Never fails and waits for nobody, so no change depends on who follows it. */
export type TellStage = (stage: PinChangeStage) => void;

/** How far the change under way has come, for the window. */
export interface ChangeStages {
  /** Runs a change that says how far it has come. Whichever was under way before is no longer told of. */
  during<T>(run: (tell: TellStage) => Promise<T>): Promise<T>;
  /** Tells no more of the change under way, though it may still run: its cardholder has gone. */
  end(): void;
}

/** @param told what the window is told */
export function createChangeStages(told: TellStage): ChangeStages {
  let underWay: object | null = null;
  const end = () => {
    underWay = null;
  };

  return {
    async during(run) {
      const change = {};
      underWay = change;
      let stage: PinChangeStage | null = null;
      try {
        return await run((next) => {
          if (underWay !== change || stage === next) return;
          stage = next;
          told(next);
        });
      } finally {
        if (underWay === change) end();
      }
    },

    end,
  };
}
