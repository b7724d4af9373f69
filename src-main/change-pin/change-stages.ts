import type { PinChangeStage } from "../../src-contract/bridge/views.ts";

/** Says how far a change has come. Never fails and waits for nobody, so no change depends on who follows it. */
export type TellStage = (stage: PinChangeStage) => void;

/** How far the change under way has come, for whoever asks: the bridge has no events. */
export interface ChangeStages {
  /** Runs a change that says how far it has come. Whichever was under way before is no longer told of. */
  during<T>(run: (tell: TellStage) => Promise<T>): Promise<T>;
  /** The stage as soon as it is another than `seen`; null once no change is under way, and at once where none is. */
  next(seen: PinChangeStage | null): Promise<PinChangeStage | null>;
  /** Tells no more of the change under way, though it may still run: its cardholder has gone. */
  end(): void;
}

export function createChangeStages(): ChangeStages {
  let underWay: object | null = null;
  let stage: PinChangeStage | null = null;
  let asking: ((next: PinChangeStage | null) => void)[] = [];

  const become = (next: PinChangeStage | null) => {
    stage = next;
    const answers = asking;
    asking = [];
    for (const answer of answers) answer(next);
  };
  const end = () => {
    underWay = null;
    become(null);
  };

  return {
    async during(run) {
      end();
      const change = {};
      underWay = change;
      try {
        return await run((next) => {
          if (underWay === change && stage !== next) become(next);
        });
      } finally {
        if (underWay === change) end();
      }
    },

    async next(seen) {
      if (underWay === null || stage !== seen) return stage;
      return new Promise((resolve) => asking.push(resolve));
    },

    end,
  };
}
