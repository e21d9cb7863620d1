/**
 * What is compiled for a browser beside the program itself: the worker of a page, what unpacks it,
 * and stand-ins for classes of libraries that the compiler does not have or that would make pages
 * large. One of them lies in the package of the class that it stands in for.
 */
@NullMarked
package org.isfsim.browser;

import org.jspecify.annotations.NullMarked;
