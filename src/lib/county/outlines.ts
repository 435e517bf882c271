import type { Outlines, Ring } from './county';

/** Twice the signed area on the plane; positive when the ring runs anticlockwise. */
function turn(ring: Ring): number {
  let sum = 0;
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  });
  return sum;
}

function windPolygon(rings: Ring[]): Ring[] {
  return rings.map((ring, index) => {
    const clockwise = turn(ring) < 0;
    const outer = index === 0;
    return clockwise === outer ? ring : [...ring].reverse();
  });
}

/**
 * Reads outlines and winds outer rings clockwise, holes anticlockwise. RFC 7946 asks for the
 * opposite, but d3 reads rings on the sphere, where the other way round means the rest of the world.
 */
export function readOutlines(geojson: string): Outlines {
  const outlines = JSON.parse(geojson) as Outlines;
  return {
    ...outlines,
    features: outlines.features.map((feature) => ({
      ...feature,
      geometry:
        feature.geometry.type === 'Polygon'
          ? { type: 'Polygon', coordinates: windPolygon(feature.geometry.coordinates) }
          : { type: 'MultiPolygon', coordinates: feature.geometry.coordinates.map(windPolygon) },
    })),
  };
}

/**
 * Where a name stands best: the centroid of the largest polygon, in longitude and latitude. Small
 * islands would otherwise pull the name off the land.
 */
export function labelPoint(geometry: Outlines['features'][number]['geometry']): [number, number] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flatMap((polygon) => polygon.slice(0, 1));
  const largest = rings.reduce((a, b) => (Math.abs(turn(b)) > Math.abs(turn(a)) ? b : a));
  const doubleArea = turn(largest);
  let sumX = 0;
  let sumY = 0;
  largest.forEach(([x, y], index) => {
    const [nextX, nextY] = largest[(index + 1) % largest.length] ?? [x, y];
    const cross = x * nextY - nextX * y;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
  });
  return [sumX / (3 * doubleArea), sumY / (3 * doubleArea)];
}
