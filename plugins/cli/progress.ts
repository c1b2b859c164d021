import pc from "picocolors";

/** Says what a long command is doing: one living line on a terminal, plain lines elsewhere. */
export interface Progress {
  phase(name: string): void;
  count(done: number, of: number): void;
  end(): void;
}

/** Least time between two paintings of the line, milliseconds. */
const REPAINT_MS = 80;

export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY && !process.env.CI ? livingLine(stream) : plainLines(stream);
}

function livingLine(stream: NodeJS.WriteStream): Progress {
  let name = "";
  let painted = 0;
  const paint = (text: string): void => {
    stream.clearLine(0);
    stream.cursorTo(0);
    stream.write(text);
    painted = performance.now();
  };
  return {
    phase: (next) => {
      name = next;
      paint(`${pc.cyan("●")} ${name} …`);
    },
    count: (done, of) => {
      if (performance.now() - painted > REPAINT_MS) paint(`${pc.cyan("●")} ${name} ${done}/${of}`);
    },
    end: () => {
      stream.clearLine(0);
      stream.cursorTo(0);
    },
  };
}

function plainLines(stream: NodeJS.WriteStream): Progress {
  return { phase: (name) => void stream.write(`${name} …\n`), count: () => undefined, end: () => undefined };
}
