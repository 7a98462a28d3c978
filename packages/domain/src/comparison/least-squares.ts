type Row = readonly number[];

/** Solves a small system of linear equations by elimination with pivoting; a column that says nothing new gets 0. */
const solve = (matrix: readonly Row[], right: Row): Row => {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const pivot = column + below.indexOf(Math.max(...below));
    const swapped = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    rows[column] = swapped;
    const lead = swapped[column] ?? 0;
    if (Math.abs(lead) < 1e-9) continue;
    for (const [index, row] of rows.entries()) {
      const factor = index === column ? 0 : (row[column] ?? 0) / lead;
      if (factor !== 0)
        rows[index] = row.map((cell, place) => cell - factor * (swapped[place] ?? 0));
    }
  }
  return rows.map((row, index) => {
    const lead = row[index] ?? 0;
    return Math.abs(lead) < 1e-9 ? 0 : (row[size] ?? 0) / lead;
  });
};

/** The line of best fit: one coefficient for each column of the rows. */
export const leastSquares = (rows: readonly Row[], values: Row): Row => {
  const size = rows[0]?.length ?? 0;
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const right = Array.from({ length: size }, () => 0);
  for (const [index, row] of rows.entries()) {
    const value = values[index] ?? 0;
    for (let one = 0; one < size; one += 1) {
      const cell = row[one] ?? 0;
      right[one] = (right[one] ?? 0) + cell * value;
      const line = matrix[one] ?? [];
      for (let other = 0; other < size; other += 1)
        line[other] = (line[other] ?? 0) + cell * (row[other] ?? 0);
    }
  }
  return solve(matrix, right);
};
