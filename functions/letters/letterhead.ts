import alesund from '../../templates/letterhead/alesund.svg?text';
import gjovik from '../../templates/letterhead/gjovik.svg?text';
import gulen from '../../templates/letterhead/gulen.svg?text';
import kristiansand from '../../templates/letterhead/kristiansand.svg?text';
import vindafjord from '../../templates/letterhead/vindafjord.svg?text';

const drawings: Readonly<Record<string, string>> = { alesund, gjovik, gulen, kristiansand, vindafjord };

/**
 * The municipality's arms as SVG markup; '' for one that has no drawing yet. They are decoration beside its written name, so
 * a screen reader passes over them.
 */
export function armsOf(slug: string): string {
  return (drawings[slug] ?? '').replace(/<!--[\s\S]*?-->\s*/g, '').trim();
}
