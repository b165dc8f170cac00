/**
 * The doors of the figures: a function is found by area and name, its body is read number by number
 * into arrays, and the answer says by which convention it was computed, from exactly which inputs,
 * and after whom. The command line answers by the same road.
 */
@NullMarked
package io.ratel.gateway.quant;

import org.jspecify.annotations.NullMarked;
