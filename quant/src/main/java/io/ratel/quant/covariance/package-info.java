/**
 * How returns move together: estimates that shrink, weigh and denoise what a sample says, and the
 * repair of matrices that cannot be covariances. Rows of a matrix of returns are observations,
 * columns are assets.
 */
@NullMarked
package io.ratel.quant.covariance;

import org.jspecify.annotations.NullMarked;
