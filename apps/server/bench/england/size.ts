/** How much of an invented country is written; every figure is for one area. */
export type Size = {
  readonly areas: number;
  readonly schools: number;
  readonly leaders: number;
  readonly needs: number;
};

/** A hundred schools, and England: 22,000 schools, 15,000 leaders and 25,000 needs in 153 areas. */
export const oneArea: Size = { areas: 1, schools: 100, leaders: 98, needs: 164 };
export const england: Size = { areas: 153, schools: 144, leaders: 98, needs: 164 };
