package io.huhang.process;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.mockito.Mockito;

/**
 * A class behind a diagram whose modules are fakes, except those that are given.
 *
 * @param subject the class under test
 * @param parts what its constructor was given
 */
record WithFakes<T>(T subject, Map<Class<?>, Object> parts) {

	@SuppressWarnings("unchecked") // a constructor of T makes a T
	static <T> WithFakes<T> of(Class<T> type, Object... given) throws ReflectiveOperationException {
		Constructor<?> constructor = type.getDeclaredConstructors()[0];
		Map<Class<?>, Object> parts = new HashMap<>();
		for (Class<?> part : constructor.getParameterTypes()) {
			parts.put(part,
					Arrays.stream(given).filter(part::isInstance).findFirst().orElseGet(() -> Mockito.mock(part)));
		}
		Object[] arguments = Arrays.stream(constructor.getParameterTypes()).map(parts::get).toArray();
		return new WithFakes<>((T) constructor.newInstance(arguments), parts);
	}

	/** The fake of this module's class. */
	<F> F fake(Class<F> part) {
		return part.cast(this.parts.get(part));
	}

}
