export default {
  appName: "Kaskad",
  skipToContent: "Hoppa till innehållet",
  showAsTable: "Visa som tabell",
  roundedKronor: "Varje belopp är avrundat till hela kronor för sig.",

  shell: {
    home: "Kaskad, till startsidan",
    mainNav: "Huvudmeny",
    banner: "Meddelande",
    more: "Mer",
    account: "Konto: {{name}}",
    signOut: "Logga ut",
    switchLanguage: "In English",
  },

  connection: {
    lost: "Ingen anslutning",
    tryingAgain:
      "Inget är förlorat: det du har skrivit står kvar, och Kaskad försöker igen tills servern svarar.",
  },

  breadcrumb: "Du är här",

  tone: {
    info: "Information",
    good: "Klart",
    warning: "Varning",
    danger: "Fel",
  },

  form: {
    optional: "valfritt",
    choose: "Välj…",
    saving: "Sparar…",
    cancel: "Avbryt",
    search: "Sök",
    hours: "timmar",
    kronor: "kr",
    fileLetGo: "Den är borttagen här: välj en annan, eller skicka utan fil.",
    fileAgain: "Välj {{name}} igen: filen följde inte med tillbaka.",
    fileLimit: "Högst {{size}}.",
    charactersOver_one: "{{count}} tecken för mycket: högst {{max}} får plats.",
    charactersOver_other: "{{count}} tecken för mycket: högst {{max}} får plats.",
    notCarriedOut: "Det här är inte sparat än",
    seeEarlier: "Se det som är sparat",
    errorsTitle_one: "Ett fält behöver rättas",
    errorsTitle_other: "{{count}} fält behöver rättas",
  },

  asked: {
    title: "Innan det sparas",
    agree: "Läs vad som står under ”Innan det sparas”, och kryssa för om det ska bli så.",
  },

  confirm: {
    keep: "Stäng rutan om du ångrar dig.",
  },

  picker: {
    listLabel: "Välj personer",
    placeholder: "Skriv ett namn",
    remove: "Ta bort {{name}}",
    removed: "{{name}} är borttagen.",
    added: "{{name}} är vald.",
    chosen_one: "{{count}} person vald",
    chosen_other: "{{count}} personer valda",
    noneChosen: "Ingen är vald än.",
    found_one: "{{count}} träff. Välj med piltangenterna.",
    found_other: "{{count}} träffar. Välj med piltangenterna.",
    noMatch: "Ingen träff på ”{{query}}”.",
    searching: "Söker…",
    failed: "Sökningen gick inte. Försök igen.",
  },

  table: {
    empty: "Här finns inget än.",
    pages: "Sidor",
    page: "Sida {{page}}",
    pageOf: "Sida {{page}} av {{count}}",
    previous: "Föregående",
    next: "Nästa",
  },

  matrix: {
    gaps: "Saknas",
    gapsInRow: "Saknas för {{name}}",
    gapsInColumn: "Saknas i {{name}}",
    scrollHint: "Rulla i sidled för att se alla kolumner.",
    gap: "saknas",
    gapKey: "Under det som krävs",
    notRequired: "Krävs inte",
  },

  level: {
    l0: "Ingen kunskap",
    l1: "Grundläggande",
    l2: "Med stöd",
    l3: "Självständigt",
    l4: "Kan lära ut",
    confirmed: "bekräftad",
    observed: "sedd i arbete",
    claimed: "egen uppgift",
    expired: "har gått ut",
    label: "Nivå {{level}}: {{name}}, {{basis}}",
    key: "Så läser du nivåerna",
    keyConfirmed: "Fyrkant: bekräftad",
    keyObserved: "Cirkel: bekräftad och sedd i arbete",
    keyClaimed: "Streckad: egen uppgift",
  },

  chart: {
    table: "Tabell: {{title}}",
    downloadPng: "Hämta bild (PNG)",
    downloadCsv: "Hämta data (CSV)",
    budget: "Budget",
    spent: "Utfall",
    usedOf: "{{used}} av {{budget}}",
    committed: "Bokat, ej betalt",
    plan: "Plan",
    forecast: "Prognos",
    actual: "Faktiskt",
    onTrack: "I takt med planen",
    tkrAxis: "Tusen kronor (tkr)",
    progressAxis: "Andel av planerad förändring från utgångsvärdet (%)",
    monthAxis: "Månad",
  },
};
