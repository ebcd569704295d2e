import type sv from "../sv/errors";

export default {
  required: "Fill this in.",
  unreadable: "This can't be read. Check what you typed.",
  notOffered: "This can't be chosen, or no longer. Choose another one in the list.",
  tooLong: "The text is too long: at most {{max}} characters fit.",
  tooLarge: "The value is too large: at most {{max}}.",
  wholeNumber: "Write a whole number, such as 3.",
  tooSmall: "The value is too small: at least {{min}}.",
  notPicked: "Choose {{text}} from the list or empty the field.",
  sentBefore:
    "The form has been sent before, and what it said then has been saved. Send it again if what it says now is to be saved too.",
  tooMany: "You have chosen too many.",
  orgNumber: "Write an organisation number of ten digits, for example 212000-0134.",
  email: "Write an e-mail address, such as name@example.com.",
  controlCharacters: "The text holds characters that can't be saved. Remove them.",
  dayUnreadable: "Write the day as 2026-11-21.",
  dayMissing: "The calendar has no such day.",
  dayOutOfBounds: "The day must lie from {{first}} to {{last}}.",
  dayAhead: "The day can't lie ahead.",
  durationUnreadable: "Write the time in hours, such as 1.5 or 7:30.",
  durationTooLong: "That is too many hours: {{max}} at most.",
  durationZero: "The time must be longer than nothing.",
  amountUnreadable: "Write the amount in kronor, such as 1 200 or 1200.50.",
  amountAmbiguous: "The amount can be read in two ways. Write it without point and comma.",
  amountDecimals: "Write two decimals at most.",
  amountNegative: "The amount can't be negative.",
  identityNumber: "This looks like a personal identity number. Take it out: none belong here.",
  page: {
    notFound: {
      title: "There is no such page",
      text: "The address is wrong, or the page isn't among what you may see.",
    },
    forbidden: {
      title: "You don't have access here",
      text: "Your role doesn't include this page. Ask your manager or the administrator if you need it.",
    },
    badRequest: {
      title: "What was sent can't be read",
      text: "Go back, reload the page and try again.",
    },
    tooLarge: {
      title: "This is too large",
      text: "The file or text is larger than what fits. Split it and try again.",
    },
    conflict: {
      title: "Somebody was faster",
      text: "This has already been changed. Go back, reload the page and see how it stands now.",
    },
    wrongMediaType: {
      title: "The wrong kind of content",
      text: "This page takes a form. Go back and try from there.",
    },
    tooManyAttempts: {
      title: "Too many attempts",
      text: "Wait a quarter of an hour and try again.",
    },
    methodNotAllowed: {
      title: "It can't be done this way",
      text: "The address doesn't accept what was sent.",
    },
    unexpected: {
      title: "Something went wrong on our side",
      text: "The fault has been noted. Try again in a moment. Tell the administrator the number below if it happens again.",
    },
  },
  requestId: "Reference: {{id}}",
  toStart: "To the start page",
} satisfies typeof sv;
