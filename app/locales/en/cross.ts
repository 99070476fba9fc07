import type { cross as chinese } from "../zh-CN/cross.ts";

export const cross: typeof chinese = {
  title: "Cross-tables",
  lead: "{n} responses: {row} × {column}.",
  related: "The two go together (Cramér’s V = {v}, {p}).",
  unrelated: "There is no sign that the two go together (Cramér’s V = {v}, {p}).",
  pick: {
    label: "Choose two questions",
    row: "Rows",
    column: "Columns",
    choose: "Choose one",
    show: "Show the table",
    swap: "Swap rows and columns",
    teach:
      "Choose two questions to see whether they go together. Groups of people (exam mode, college) usually make the rows, the answers you want to know about the columns. Multiple choices can only be columns.",
  },
  problems: {
    unknown: "One of the two is not a question of this survey. Please choose again.",
    same: "Rows and columns are the same question. Please change one of them.",
    several:
      "A multiple choice cannot make the rows: one person would stand in several. Put it in the columns.",
  },
  of: "{row} × {column}",
  all: "All",
  counted: "n = {n}",
  parts: {
    row: "{row} (rows)",
    column: "{column} (columns)",
    n: "People",
    ofRow: "Share of the row",
    ofColumn: "Share of the column",
    residual: "Adjusted residual",
  },
  legend: [
    "far fewer than expected",
    "fewer than expected",
    "about as expected",
    "more than expected",
    "far more than expected",
  ],
  short: { few: "under {k}", other: "hidden" },
  note: {
    rows: "Large: percentage of those in the row who answered.",
    columns: "Large: percentage of those in the column who answered.",
    residuals: "Small: adjusted standardised residual; shaded beyond ±2, darker beyond ±3.",
    several: "More than one answer was possible; percentages can add up to more than 100%.",
    total: "“All” includes those who left the other question open.",
    hiddenCells:
      "Cells that say too few, or hidden, keep anybody from working out what a few people answered.",
    bases: "Rows with a hidden cell give numbers of people and no percentages.",
    emptyRows: "Rows nobody is in are left out: {n}.",
    emptyColumns: "Columns nobody chose are left out: {n}.",
  },
  association: {
    title: "How the two go together",
    lead: "Cramér’s V = {v} (95% interval {range}); χ²({df}, n = {n}) = {chi}, {p}.",
    reading:
      "V runs from 0 (unrelated) to 1 (each answer to one goes with one answer to the other). It does not say which influences which.",
    chance: "Of as many people and cells, V would be about {v} if nothing went together.",
    strongest: "Furthest from what is expected: {row} × {column} (residual {residual}).",
    none: "No cell has a residual beyond ±2.",
    leftOut: {
      one: "{n} group is hidden, too small, or told only as bounds, and took no part.",
      other: "{n} groups are hidden, too small, or told only as bounds, and took no part.",
    },
    thin: "Cells in which fewer than 5 people are expected: {n} (least {least}). The p value is a rough one; consider merging small categories.",
    reasons: {
      hidden:
        "No association can be computed, because cells are hidden. Widen the selection, or take a question with fewer categories.",
      several: "No association is computed with a multiple choice, where one person stands in several cells.",
    },
    measure: "Measure",
    value: "Value",
    v: "Cramér’s V",
    interval: "V, 95% interval",
    byChance: "V by chance, about",
    chi: "χ²",
    df: "Degrees of freedom",
    p: "p",
    n: "People in the computation",
    least: "Least expected count",
    thinCells: "Cells expecting fewer than 5",
    out: "Groups that took no part",
  },
  method: {
    formula: [
      "Share of the row = people in the cell ÷ people of the row who answered the column’s question; share of the column the other way round.",
      "Expected = row total × column total ÷ n; residual = (people − expected) ÷ √(expected × (1 − row share) × (1 − column share)).",
      "χ² = Σ (people − expected)² ÷ expected, without continuity correction; V = √(χ² ÷ (n × (the smaller of rows and columns − 1))).",
      "The interval of V comes from inverting the noncentral χ² distribution; its upper end is never put below V itself. V by chance = √(degrees of freedom ÷ (n × (the smaller of rows and columns − 1))).",
    ],
    base: {
      rows: "Those selected who are in the row and answered the column’s question.",
      columns: "Those selected who are in the column and answered the row’s question.",
      cells: "Those selected who answered both questions.",
    },
    missing:
      "Who skipped, found a question not applicable or was not asked stands in no cell. What depends on a hidden row or column (shares, residuals) is not computed.",
    computed: "χ², V and residuals are computed from the numbers of people shown and from nothing else.",
  },
};
