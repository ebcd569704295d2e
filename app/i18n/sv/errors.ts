export default {
  required: "Fyll i det här.",
  unreadable: "Det här går inte att läsa. Kontrollera vad du skrev.",
  notOffered: "Det går inte att välja, eller inte längre. Välj något annat i listan.",
  tooLong: "Texten är för lång: högst {{max}} tecken får plats.",
  tooLarge: "Värdet är för stort: högst {{max}}.",
  wholeNumber: "Skriv ett helt antal, till exempel 3.",
  tooSmall: "Värdet är för litet: minst {{min}}.",
  notPicked: "Välj {{text}} i listan eller töm fältet.",
  sentBefore:
    "Formuläret har skickats förut, och det som stod i det då är sparat. Skicka igen om även det som står nu ska sparas.",
  tooMany: "Du har valt för många.",
  orgNumber: "Skriv ett organisationsnummer med tio siffror, till exempel 212000-0134.",
  email: "Skriv en e-postadress, till exempel namn@kommun.se.",
  controlCharacters: "Texten innehåller tecken som inte går att spara. Ta bort dem.",
  dayUnreadable: "Skriv dagen som 2026-11-21.",
  dayMissing: "Den dagen finns inte i kalendern.",
  dayOutOfBounds: "Dagen ska ligga från {{first}} till och med {{last}}.",
  dayAhead: "Dagen kan inte ligga framåt i tiden.",
  durationUnreadable: "Skriv tiden i timmar, till exempel 1,5 eller 7:30.",
  durationTooLong: "Det är för många timmar: högst {{max}}.",
  durationZero: "Tiden måste vara längre än noll.",
  amountUnreadable: "Skriv beloppet i kronor, till exempel 1 200 eller 1200,50.",
  amountAmbiguous: "Beloppet kan läsas på två sätt. Skriv det utan punkt och komma.",
  amountDecimals: "Skriv högst två decimaler.",
  amountNegative: "Beloppet kan inte vara negativt.",
  identityNumber: "Det ser ut som ett personnummer. Ta bort det: här ska inga sådana stå.",
  page: {
    notFound: {
      title: "Sidan finns inte",
      text: "Adressen är fel, eller så hör sidan inte till det du får se.",
    },
    forbidden: {
      title: "Du har inte tillgång hit",
      text: "Din roll omfattar inte den här sidan. Fråga din chef eller administratören om du behöver den.",
    },
    badRequest: {
      title: "Det går inte att läsa det som skickades",
      text: "Gå tillbaka, ladda om sidan och försök igen.",
    },
    tooLarge: {
      title: "Det är för stort",
      text: "Filen eller texten är större än vad som får plats. Dela upp den och försök igen.",
    },
    conflict: {
      title: "Någon hann före",
      text: "Det här har redan ändrats. Gå tillbaka, ladda om sidan och se hur det ser ut nu.",
    },
    wrongMediaType: {
      title: "Fel sorts innehåll",
      text: "Sidan tar emot ett formulär. Gå tillbaka och försök därifrån.",
    },
    tooManyAttempts: {
      title: "För många försök",
      text: "Vänta en kvart och försök igen.",
    },
    methodNotAllowed: {
      title: "Det går inte att göra så här",
      text: "Adressen tar inte emot det som skickades.",
    },
    unexpected: {
      title: "Något gick fel hos oss",
      text: "Felet är noterat. Försök igen om en stund. Hör av dig till administratören med numret nedan om det händer igen.",
    },
  },
  requestId: "Ärendenummer: {{id}}",
  toStart: "Till startsidan",
};
