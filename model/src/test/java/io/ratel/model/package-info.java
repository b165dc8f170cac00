/** The nouns, against published vectors and big arithmetic. */
package io.ratel.model;
