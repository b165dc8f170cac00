/**
 * How a figure is declared once: records say what it takes and gives, their annotations the
 * meaning, unit and bounds of each component, and the function its formula, convention, reference
 * and a published case. The doors, the documentation and the tests read the same declaration.
 */
@NullMarked
package io.ratel.quant.function;

import org.jspecify.annotations.NullMarked;
