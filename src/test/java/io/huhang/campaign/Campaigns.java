package io.huhang.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The notice as the packaged file tells it, for tests without Spring. */
public final class Campaigns {

	private static final Campaign PACKAGED = new Binder(ConfigurationPropertySources.from(sources()))
		.bind("huhang.campaign", Campaign.class)
		.get();

	private Campaigns() {
	}

	/** 工网安函〔2024〕926号. */
	public static Campaign packaged() {
		return PACKAGED;
	}

	/** The packaged tables of working days, fresh: it notes the years it had to guess. */
	public static WorkingCalendar calendar() {
		return new WorkingCalendar(new ConfigFiles());
	}

	/** Which kind of database this is, where no Spring tells. */
	public static DatabaseKind database(DataSource source) {
		try {
			return new DatabaseKind(source);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Another part of the packaged file. */
	public static <T> T packaged(String key, Class<T> type) {
		return new Binder(ConfigurationPropertySources.from(sources())).bind(key, type).get();
	}

	/** The same with one setting changed. */
	public static Campaign with(String key, String value) {
		MutablePropertySources sources = sources();
		sources.addFirst(new MapPropertySource("changed", Map.of("huhang.campaign." + key, value)));
		return new Binder(ConfigurationPropertySources.from(sources)).bind("huhang.campaign", Campaign.class).get();
	}

	static List<PropertySource<?>> file() {
		try {
			return new YamlPropertySourceLoader().load("packaged",
					new ClassPathResource("config/campaign-2024-926.yml"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static MutablePropertySources sources() {
		MutablePropertySources sources = new MutablePropertySources();
		file().forEach(sources::addLast);
		return sources;
	}

}
