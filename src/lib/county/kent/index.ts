import type { County } from '../county';
import { readOutlines } from '../outlines';
import { kentTermDates } from './term_dates';

export const kent: County = {
  code: 'E10000016',
  name: 'Kent',
  authority: 'Kent County Council',
  dfeCode: '886',
  region: { code: 'E12000008', name: 'South East' },
  country: { code: 'E92000001', name: 'England' },
  districts: [
    { code: 'E07000105', name: 'Ashford', shortName: 'Ashford' },
    { code: 'E07000106', name: 'Canterbury', shortName: 'Canterbury' },
    { code: 'E07000107', name: 'Dartford', shortName: 'Dartford' },
    { code: 'E07000108', name: 'Dover', shortName: 'Dover' },
    { code: 'E07000112', name: 'Folkestone and Hythe', shortName: 'Folkestone' },
    { code: 'E07000109', name: 'Gravesham', shortName: 'Gravesham' },
    { code: 'E07000110', name: 'Maidstone', shortName: 'Maidstone' },
    { code: 'E07000111', name: 'Sevenoaks', shortName: 'Sevenoaks' },
    { code: 'E07000113', name: 'Swale', shortName: 'Swale' },
    { code: 'E07000114', name: 'Thanet', shortName: 'Thanet' },
    { code: 'E07000115', name: 'Tonbridge and Malling', shortName: 'Tonbridge' },
    { code: 'E07000116', name: 'Tunbridge Wells', shortName: 'Tun. Wells' },
  ],
  neighbours: [{ code: 'E06000035', name: 'Medway', shortName: 'Medway' }],
  neighbourNote: 'Medway is not part of the Kent County Council area.',
  termDates: kentTermDates,
  outlinesCredit:
    'Contains OS data © Crown copyright and database right; source: Office for National Statistics.',
  publishedCredit:
    'Published comparators: Department for Education. Contains public sector information licensed under the Open Government Licence v3.0.',
  loadOutlines: async () => readOutlines((await import('./kent_districts.geojson?raw')).default),
  loadPublished: async () => (await import('./published')).readPublished(),
};
