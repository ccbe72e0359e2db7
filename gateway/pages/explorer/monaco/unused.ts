// For parts of Monaco that the explorer does not use and that others of its parts import: the comparison of two texts, and
// the picker of colours, which has each text looked through for some. vite.config.ts puts these in their place.

/** Stands for a widget that is never made. */
class Unused {}

export { Unused as ColorHoverParticipant, Unused as DiffEditorWidget, Unused as MultiDiffEditorWidget };
