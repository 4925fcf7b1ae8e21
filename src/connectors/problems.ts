/** What can go wrong for a user here. See ../problems.ts. */
export const connectorsProblems = {
  "table.cut": {
    status: 422,
    say: (p: { file: string; rows: number }) =>
      `${p.file} is cut off: its compression ends too soon, after ${p.rows} rows. Fetch the file again; what was already taken from it changes nothing.`,
  },
  "table.quote": {
    status: 422,
    say: (p: { file: string; row: number }) =>
      `${p.file} opens a quotation in line ${p.row} that is never closed. Mend that line, or say \`quote: none\` under \`file\` in the recipe if the file does not quote.`,
  },
  "table.encoding": {
    status: 422,
    say: (p: { file: string; encoding: string; rows: number }) =>
      `${p.file} is not ${p.encoding}: there are bytes after row ${p.rows} that it cannot have. Name the right encoding in the recipe, such as latin1.`,
  },
  "table.empty": {
    status: 422,
    say: (p: { file: string }) => `${p.file} has no rows.`,
  },
  "table.sheet": {
    status: 422,
    say: (p: { file: string; sheet: string; sheets: readonly string[] }) =>
      `${p.file} has no sheet "${p.sheet}". It has: ${p.sheets.join(", ")}.`,
  },
  "table.large": {
    status: 413,
    say: (p: { file: string; most: string }) => `${p.file} is larger than ${p.most}. Save it as CSV, which can be of any size.`,
  },
  "table.all_rejected": {
    status: 422,
    say: (p: { file: string; recipe: string; rows: number; row: number; wrong: string }) =>
      `${p.rows === 1 ? `The one row of ${p.file} does not fit` : `None of the first ${p.rows} rows of ${p.file} fits`} the recipe ${p.recipe}, the first is row ${p.row}: ${p.wrong} Nothing was imported. Change the recipe; \`import --dry-run\` shows more of what is wrong.`,
  },
  "recipe.apart": {
    status: 422,
    say: (p: { row: number; ticket: string }) =>
      `Row ${p.row} goes on with ticket ${p.ticket}, whose rows had ended. Say \`rows: anywhere\` in the recipe.`,
  },
  "recipe.too_many_rows": {
    status: 413,
    say: (p: { most: number }) =>
      `The file has more than ${p.most} rows, and they have to be sorted by ticket. Sort the file by ticket and time, and say \`rows: together\`.`,
  },
  "recipe.exists": {
    status: 409,
    say: (p: { file: string }) => `${p.file} is there already. Name another file, or take that one away first.`,
  },
  "recipe.undecided": {
    status: 422,
    say: (p: { file: string; places: readonly string[] }) =>
      `${p.file} still has something to decide (???):\n${p.places.map((place) => `  ${place}`).join("\n")}`,
  },
} as const
