import type sv from "../sv/ui";

export default {
  appName: "Kaskad",
  skipToContent: "Skip to content",
  showAsTable: "Show as table",
  roundedKronor: "Each amount is rounded to whole kronor by itself.",

  shell: {
    home: "Kaskad, go to the start page",
    mainNav: "Main menu",
    banner: "Message",
    more: "More",
    account: "Account: {{name}}",
    signOut: "Sign out",
    switchLanguage: "På svenska",
  },

  connection: {
    lost: "No connection",
    tryingAgain:
      "Nothing is lost: what you have typed is still here, and Kaskad tries again until the server answers.",
  },

  breadcrumb: "You are here",

  tone: {
    info: "Information",
    good: "Done",
    warning: "Warning",
    danger: "Error",
  },

  form: {
    optional: "optional",
    choose: "Choose…",
    saving: "Saving…",
    cancel: "Cancel",
    search: "Search",
    hours: "hours",
    kronor: "SEK",
    fileLetGo: "It has been let go here: choose another, or send without a file.",
    fileAgain: "Choose {{name}} again: the file did not come back with the form.",
    fileLimit: "At most {{size}}.",
    charactersOver_one: "{{count}} character too many: at most {{max}} fit.",
    charactersOver_other: "{{count}} characters too many: at most {{max}} fit.",
    notCarriedOut: "This has not been saved yet",
    seeEarlier: "See what has been saved",
    errorsTitle_one: "One field needs a change",
    errorsTitle_other: "{{count}} fields need a change",
  },

  asked: {
    title: "Before it is saved",
    agree: "Read what it says under “Before it is saved”, and tick if that is how it is to be.",
  },

  confirm: {
    keep: "Close this box if you change your mind.",
  },

  picker: {
    listLabel: "Choose people",
    placeholder: "Type a name",
    remove: "Remove {{name}}",
    removed: "{{name}} is removed.",
    added: "{{name}} is chosen.",
    chosen_one: "{{count}} person chosen",
    chosen_other: "{{count}} people chosen",
    noneChosen: "Nobody is chosen yet.",
    found_one: "{{count}} match. Choose with the arrow keys.",
    found_other: "{{count}} matches. Choose with the arrow keys.",
    noMatch: "No match for “{{query}}”.",
    searching: "Searching…",
    failed: "The search failed. Try again.",
  },

  table: {
    empty: "There is nothing here yet.",
    pages: "Pages",
    page: "Page {{page}}",
    pageOf: "Page {{page}} of {{count}}",
    previous: "Previous",
    next: "Next",
  },

  matrix: {
    gaps: "Missing",
    gapsInRow: "Missing for {{name}}",
    gapsInColumn: "Missing in {{name}}",
    scrollHint: "Scroll sideways to see every column.",
    gap: "missing",
    gapKey: "Below what is required",
    notRequired: "Not required",
  },

  level: {
    l0: "No knowledge",
    l1: "Basic",
    l2: "With support",
    l3: "Independent",
    l4: "Can teach",
    confirmed: "confirmed",
    observed: "seen at work",
    claimed: "own statement",
    expired: "has expired",
    label: "Level {{level}}: {{name}}, {{basis}}",
    key: "How to read the levels",
    keyConfirmed: "Square: confirmed",
    keyObserved: "Circle: confirmed and seen at work",
    keyClaimed: "Dashed: own statement",
  },

  chart: {
    table: "Table: {{title}}",
    downloadPng: "Download picture (PNG)",
    downloadCsv: "Download data (CSV)",
    budget: "Budget",
    spent: "Actual",
    usedOf: "{{used}} of {{budget}}",
    committed: "Booked, not paid",
    plan: "Plan",
    forecast: "Forecast",
    actual: "Actual",
    onTrack: "On track",
    tkrAxis: "Thousand kronor (SEK k)",
    progressAxis: "Share of the planned change from the baseline (%)",
    monthAxis: "Month",
  },
} satisfies typeof sv;
