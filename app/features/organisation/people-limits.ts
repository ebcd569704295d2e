/** Characters. */
export const givenNameMax = 60;
export const familyNameMax = 60;
export const jobTitleMax = 80;
export const unitNameMax = 120;
export const searchMax = 100;
