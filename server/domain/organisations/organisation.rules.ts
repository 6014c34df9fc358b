// What may stand under what, and which organisations are units with a case of their own.
import type { Organisation } from '#contracts/administration.ts';

type Type = Organisation['type'];

/** Units answer for a case; a site (clinic) belongs to the unit it stands under. */
const unitTypes: readonly Type[] = ['countyHospital', 'maternalHospital', 'townshipHospital', 'communityCentre'];
export const isUnit = (type: Type): boolean => unitTypes.includes(type);
export const isSite = (type: Type): boolean => type === 'clinic';

const parents: Readonly<Record<Type, readonly (Type | null)[]>> = {
  county: [null],
  bureau: ['county'],
  section: ['bureau'],
  countyHospital: ['county', 'bureau'],
  maternalHospital: ['county', 'bureau'],
  townshipHospital: ['county', 'bureau', 'town'],
  communityCentre: ['county', 'bureau', 'town'],
  clinic: ['townshipHospital', 'communityCentre'],
  town: ['county'],
  village: ['town'],
};

export const mayStandUnder = (type: Type, parent: Type | null): boolean => parents[type].includes(parent);

export const typeNames: Readonly<Record<Type, string>> = {
  county: '县',
  bureau: '卫生健康局',
  section: '科室',
  countyHospital: '县级医院',
  maternalHospital: '妇幼保健院',
  townshipHospital: '乡镇卫生院',
  communityCentre: '社区卫生服务中心',
  clinic: '村卫生室',
  town: '乡镇',
  village: '村',
};
