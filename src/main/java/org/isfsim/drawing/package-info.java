/**
 * Pictures of figures: each is drawn once, on something that gives SVG or pixels. Lengths are
 * pixels; the same picture gives the same SVG on every platform, since nothing is measured with a
 * font.
 */
@NullMarked
package org.isfsim.drawing;

import org.jspecify.annotations.NullMarked;
