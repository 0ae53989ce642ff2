// A small JSON reader: enough for scenarios and draws, with an error that says where the text is wrong.
#pragma once

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

struct Json {
  enum class Kind { null, boolean, number, text, array, object };

  Kind kind = Kind::null;
  bool boolean = false;
  double number = 0;
  std::string text;
  std::vector<Json> items;                            // of an array
  std::vector<std::pair<std::string, Json>> members;  // of an object, in the order of the file

  bool isNull() const { return kind == Kind::null; }
  bool isNumber() const { return kind == Kind::number; }
  bool isText() const { return kind == Kind::text; }
  bool isArray() const { return kind == Kind::array; }
  bool isObject() const { return kind == Kind::object; }

  /** The member of that name, or null where there is none (or it is null). */
  const Json* find(const std::string& name) const {
    for (const auto& member : members)
      if (member.first == name) return member.second.isNull() ? nullptr : &member.second;
    return nullptr;
  }
};

class JsonReader {
 public:
  static Json readFile(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + name);
    std::stringstream content;
    content << file.rdbuf();
    const std::string text = content.str();
    JsonReader reader(text.c_str(), text.c_str() + text.size());
    Json value = reader.value();
    reader.space();
    if (reader.at_ != reader.end_) reader.fail("text after the end");
    return value;
  }

 private:
  const char* begin_;
  const char* at_;
  const char* end_;

  JsonReader(const char* begin, const char* end) : begin_(begin), at_(begin), end_(end) {}

  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error("JSON: " + what + " at byte " + std::to_string(at_ - begin_));
  }

  void space() {
    while (at_ < end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }

  bool take(char c) {
    space();
    if (at_ >= end_ || *at_ != c) return false;
    ++at_;
    return true;
  }

  bool takeWord(const char* word) {
    const size_t length = std::strlen(word);
    if (size_t(end_ - at_) < length || std::strncmp(at_, word, length) != 0) return false;
    at_ += length;
    return true;
  }

  Json value() {
    space();
    Json result;
    if (at_ >= end_) fail("unexpected end");
    if (take('{')) {
      result.kind = Json::Kind::object;
      if (take('}')) return result;
      do {
        space();
        std::string name = string();
        if (!take(':')) fail("':' expected");
        result.members.emplace_back(std::move(name), value());
      } while (take(','));
      if (!take('}')) fail("'}' expected");
    } else if (take('[')) {
      result.kind = Json::Kind::array;
      if (take(']')) return result;
      do result.items.push_back(value());
      while (take(','));
      if (!take(']')) fail("']' expected");
    } else if (*at_ == '"') {
      result.kind = Json::Kind::text;
      result.text = string();
    } else if (takeWord("null")) {
      // as it is
    } else if (takeWord("true")) {
      result.kind = Json::Kind::boolean;
      result.boolean = true;
    } else if (takeWord("false")) {
      result.kind = Json::Kind::boolean;
    } else {
      char* after = nullptr;
      result.kind = Json::Kind::number;
      result.number = std::strtod(at_, &after);
      if (after == at_) fail("value expected");
      at_ = after;
    }
    return result;
  }

  std::string string() {
    if (at_ >= end_ || *at_ != '"') fail("string expected");
    std::string result;
    for (++at_; at_ < end_ && *at_ != '"'; ++at_) {
      if (*at_ != '\\') {
        result += *at_;
        continue;
      }
      if (++at_ >= end_) fail("unexpected end");
      switch (*at_) {
        case 'n': result += '\n'; break;
        case 't': result += '\t'; break;
        case 'r': result += '\r'; break;
        case 'b': result += '\b'; break;
        case 'f': result += '\f'; break;
        case 'u': {
          if (end_ - at_ < 5) fail("unexpected end");
          const unsigned code = unsigned(std::strtoul(std::string(at_ + 1, 4).c_str(), nullptr, 16));
          if (code < 0x80) {
            result += char(code);
          } else if (code < 0x800) {
            result += char(0xC0 | (code >> 6));
            result += char(0x80 | (code & 0x3F));
          } else {
            result += char(0xE0 | (code >> 12));
            result += char(0x80 | ((code >> 6) & 0x3F));
            result += char(0x80 | (code & 0x3F));
          }
          at_ += 4;
          break;
        }
        default: result += *at_;
      }
    }
    if (at_ >= end_) fail("unclosed string");
    ++at_;
    return result;
  }
};

/** The text as a JSON string, quotes included. */
inline std::string jsonQuoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else {
      result += c;
    }
  }
  return result + '"';
}
