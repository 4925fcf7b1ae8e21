/** The true share behind an imperfect classifier's (Rogan and Gladen), kept within 0…1; `null` where it tells no better than chance. */
export function roganGladen(apparent: number, sensitivity: number, specificity: number): number | null {
  const power = sensitivity + specificity - 1
  if (power <= 0) return null
  return Math.min(1, Math.max(0, (apparent + specificity - 1) / power))
}
