import { render } from 'solid-js/web'
import './look/look.css'
import { App } from './App'

const root = document.getElementById('terminal')
if (root !== null) {
  root.replaceChildren()
  render(() => <App />, root)
}
