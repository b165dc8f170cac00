package io.ratel.quant.covariance;

import io.ratel.quant.function.Result;

/** A matrix that can be a covariance, and how far it had to go. */
public record RepairAnswer(
    @Result("The repaired matrix.") double[][] matrix,
    @Result("The root of the summed squared differences from the given one.") double distance,
    @Result("The eigenvalues of the given matrix, descending.") double[] eigenvaluesBefore,
    @Result("The eigenvalues of the repaired matrix, descending.") double[] eigenvalues,
    @Result("Whether the given matrix was positive semi-definite, but for rounding.")
        boolean positiveSemidefinite) {}
