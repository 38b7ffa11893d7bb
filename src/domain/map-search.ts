/**
 * The address at which OpenStreetMap looks for a place by its name (openstreetmap.org, read November 2026: `/search`
 * takes `query`). Of a court we know the name and not where it stands; asking nobody before the reader does, we give
 * away neither them nor the case.
 */
export function mapSearch(...parts: readonly string[]): string {
  return `https://www.openstreetmap.org/search?${new URLSearchParams({ query: parts.join(', ') })}`;
}
