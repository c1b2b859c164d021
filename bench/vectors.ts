/** Where words stand to each other in what many articles say: words of like use have like vectors. */
export interface WordVectors {
  /** Numbers of each vector. */
  readonly size: number;
  /** Null for words that are too rare to say. */
  of(word: string): Float32Array | null;
}

/** Words that get a vector: the most frequent, where they are met so often at least. */
const WORDS = { most: 8000, times: 15 };
/** Words to each side that count, the nearer the more (1, 1/2, 1/3, 1/4). */
const WINDOW = 4;
/** Numbers of a vector; 20 and 100 did less well on rows of sources held out. */
const SIZE = 50;
const ROUNDS = 6;
/** How far the frequency of a word is taken into account; less than wholly, so that rare words are not near by chance (Levy et al. 2015). */
const SMOOTHING = 0.875;

/**
 * Vectors of words by the words around them: positive pointwise mutual
 * information, its first singular vectors found by subspace iteration (Levy,
 * Goldberg & Dagan 2015; Halko et al. 2011). Same texts in the same order, same
 * vectors.
 *
 * @param texts each as its words; words of two texts are not beside each other
 */
export function wordVectors(texts: readonly (readonly string[])[]): WordVectors {
  const words = commonWords(texts);
  const places = new Map(words.map((word, index) => [word, index] as const));
  const vectors = normalized(subspaceOf(informationOf(countsOf(texts, places), words.length), words.length));
  const of = (word: string): Float32Array | null => {
    const place = places.get(word);
    return place === undefined ? null : (vectors[place] ?? null);
  };
  return { size: SIZE, of };
}

function commonWords(texts: readonly (readonly string[])[]): string[] {
  const times = new Map<string, number>();
  for (const text of texts) for (const word of text) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times]
    .filter(([, count]) => count >= WORDS.times)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, WORDS.most)
    .map(([word]) => word);
}

/** How often, and how near, two words stand together: a square table, row by row. */
function countsOf(texts: readonly (readonly string[])[], places: ReadonlyMap<string, number>): Float32Array {
  const size = places.size;
  const counts = new Float32Array(size * size);
  for (const text of texts) {
    const at = text.map((word) => places.get(word) ?? -1);
    for (let index = 0; index < at.length; index++) {
      const word = at[index] as number;
      if (word < 0) continue;
      for (let far = 1; far <= WINDOW && index + far < at.length; far++) {
        const other = at[index + far] as number;
        if (other < 0) continue;
        const [there, back] = [word * size + other, other * size + word];
        counts[there] = (counts[there] as number) + 1 / far;
        counts[back] = (counts[back] as number) + 1 / far;
      }
    }
  }
  return counts;
}

/** A table of which most is 0: for each row the columns and what stands in them. */
interface Sparse {
  readonly columns: readonly Int32Array[];
  readonly values: readonly Float32Array[];
}

/** What it tells to meet one word beside another; 0 where they are met less often than by chance. */
function informationOf(counts: Float32Array, size: number): Sparse {
  const weights = new Float64Array(size);
  let all = 0;
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0; column < size; column++) sum += counts[row * size + column] as number;
    all += sum;
    weights[row] = sum ** SMOOTHING;
  }
  const scale = weights.reduce((sum, weight) => sum + weight, 0) ** 2 / all;
  const columns: Int32Array[] = [];
  const values: Float32Array[] = [];
  for (let row = 0; row < size; row++) {
    const [at, of]: [number[], number[]] = [[], []];
    for (let column = 0; column < size; column++) {
      const count = counts[row * size + column] as number;
      if (count === 0) continue;
      const told = Math.log((count * scale) / ((weights[row] as number) * (weights[column] as number)));
      if (told <= 0) continue;
      at.push(column);
      of.push(told);
    }
    columns.push(Int32Array.from(at));
    values.push(Float32Array.from(of));
  }
  return { columns, values };
}

/** Rows of an orthonormal basis that spans, nearly, what the table spans most. */
function subspaceOf(table: Sparse, size: number): Float32Array[] {
  let seed = 1;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 31 - 1;
  };
  let basis: Float32Array[] = Array.from({ length: size }, () => Float32Array.from({ length: SIZE }, random));
  for (let round = 0; round < ROUNDS; round++) basis = orthonormal(times(table, basis));
  return basis;
}

function times({ columns, values }: Sparse, basis: readonly Float32Array[]): Float32Array[] {
  return columns.map((at, row) => {
    const product = new Float32Array(SIZE);
    const of = values[row] as Float32Array;
    for (let index = 0; index < at.length; index++) {
      const [value, other] = [of[index] as number, basis[at[index] as number] as Float32Array];
      for (let axis = 0; axis < SIZE; axis++)
        product[axis] = (product[axis] as number) + value * (other[axis] as number);
    }
    return product;
  });
}

/** Gram and Schmidt's way, twice over for the sake of rounding. */
function orthonormal(rows: Float32Array[]): Float32Array[] {
  const dot = (a: number, b: number): number =>
    rows.reduce((sum, row) => sum + (row[a] as number) * (row[b] as number), 0);
  for (let axis = 0; axis < SIZE; axis++) {
    for (let pass = 0; pass < 2; pass++)
      for (let before = 0; before < axis; before++) {
        const share = dot(axis, before);
        for (const row of rows) row[axis] = (row[axis] as number) - share * (row[before] as number);
      }
    const length = Math.sqrt(dot(axis, axis)) || 1;
    for (const row of rows) row[axis] = (row[axis] as number) / length;
  }
  return rows;
}

function normalized(rows: Float32Array[]): Float32Array[] {
  return rows.map((row) => {
    const length = Math.hypot(...row) || 1;
    return row.map((value) => value / length);
  });
}
