import type { County } from '../county';

/** The places that words and pictures name. */
export type Places = Pick<County, 'name' | 'districts'>;

/** The district's name, or its code when the county does not know it. */
export function nameOf(places: Places, code: string): string {
  return places.districts.find((district) => district.code === code)?.name ?? code;
}
