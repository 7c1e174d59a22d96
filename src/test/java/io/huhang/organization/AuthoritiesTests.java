package io.huhang.organization;

import java.nio.charset.StandardCharsets;

import io.huhang.campaign.ConfigFiles;
import io.huhang.campaign.InvalidConfigurationException;
import io.huhang.organization.Authority.Line;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("通知的主送机关（R1）：config/authorities.csv")
class AuthoritiesTests {

	private static final String HEAD = "code,province,line,name,enabled\n";

	private final Authorities authorities = new Authorities(new ConfigFiles());

	@Test
	@DisplayName("73个：工信37个，通信管理36个，其中3个停用")
	void holdsTheAddresseesOfTheNotice() {
		assertThat(this.authorities.all()).hasSize(73);
		assertThat(this.authorities.all()).filteredOn(authority -> authority.line() == Line.IIT).hasSize(37);
		assertThat(this.authorities.all()).filteredOn(authority -> authority.line() == Line.CA).hasSize(36);
		assertThat(this.authorities.enabled()).hasSize(70);
	}

	@Test
	@DisplayName("大连、宁波、厦门通信管理局停用")
	void acceptsNoCaseForADisabledOne() {
		assertThat(this.authorities.all()).filteredOn(authority -> !authority.enabled())
			.extracting(Authority::key)
			.containsExactlyInAnyOrder("210200-ca", "330200-ca", "350200-ca");
		assertThat(this.authorities.accepts("330200-ca")).isFalse();
		assertThat(this.authorities.accepts("330200-iit")).isTrue();
		assertThat(this.authorities.accepts("999999-iit")).isFalse();
	}

	@Test
	@DisplayName("浙江的两个机关")
	void findsAnAuthorityByItsKey() {
		assertThat(this.authorities.get("330000-iit").name()).isEqualTo("浙江省经济和信息化厅");
		assertThat(this.authorities.get("330000-ca").name()).isEqualTo("浙江省通信管理局");
		assertThatThrownBy(() -> this.authorities.get("999999-iit")).isInstanceOf(IllegalArgumentException.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "33000,浙江省,IIT,某厅,true|code = \"33000\": expected six digits of GB/T 2260",
			"330000,浙江省,工信,某厅,true|line = \"工信\": expected IIT or CA",
			"330000,浙江省,IIT,,true|name = \"\": expected the authority's full name",
			"330000,浙江省,IIT,某厅,是|enabled = \"是\": expected true or false",
			"110000,北京市,IIT,某局,true|code = \"110000\": expected a pair of code and line that stands only once" })
	@DisplayName("错误的单元格指出文件、行、列和要求")
	void namesTheWrongCell(String row, String message) {
		assertThatThrownBy(() -> authorities(HEAD + "110000,北京市,IIT,北京市经济和信息化局,true\n" + row + "\n"))
			.isInstanceOf(InvalidConfigurationException.class)
			.hasMessage("config/authorities.csv: line 3, column " + message);
	}

	@Test
	@DisplayName("缺列的行和缺列的表头")
	void namesTheWrongLine() {
		assertThatThrownBy(() -> authorities(HEAD + "110000,北京市,IIT\n"))
			.hasMessage("config/authorities.csv: line 2: expected 5 cells");
		assertThatThrownBy(() -> authorities("code,name\n"))
			.hasMessage("config/authorities.csv: line 1: expected the columns code,province,line,name,enabled");
	}

	private static Authorities authorities(String table) {
		return new Authorities(new ConfigFiles() {
			@Override
			public Resource find(String name) {
				return new ByteArrayResource(table.getBytes(StandardCharsets.UTF_8)) {
					@Override
					public String getFilename() {
						return name;
					}
				};
			}
		});
	}

}
