/** An invoice comes before what it pays or after it, seldom more than a quarter away. */
export const mostDaysApart = 90;
